using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using WaGen.Benchmarks.SystemTextJson;

namespace WaGen.Benchmarks.Writing;

/// <summary>Writes one message again and again, by WaGen or by System.Text.Json, into memory that is used again.</summary>
/// <remarks>Both sides get what makes them fast: buffers that have grown, and for System.Text.Json a writer that is reset instead of made anew.</remarks>
internal sealed class MessageWriting : IDisposable
{
    private readonly Payload _payload;
    private readonly OutgoingModel _model;
    private readonly ArrayBufferWriter<byte> _output = new(64 * 1024);
    private readonly Utf8JsonWriter _writer;

    private MessageWriting(Payload payload, OutgoingModel model)
    {
        _payload = payload;
        _model = model;
        _writer = new Utf8JsonWriter(_output, new JsonWriterOptions { SkipValidation = true });
    }

    /// <summary>Prepares a text message.</summary>
    public static MessageWriting OfText() => Checked(SentMessages.Text, SentMessages.TextModel);

    /// <summary>Prepares a message from a template.</summary>
    public static MessageWriting OfTemplate() => Checked(SentMessages.Template, SentMessages.TemplateModel);

    /// <summary>Writes the payload.</summary>
    /// <returns>The number of bytes.</returns>
    public int Write()
    {
        _output.ResetWrittenCount();
        _payload.WriteTo(_output);
        return _output.WrittenCount;
    }

    /// <summary>Writes the classes.</summary>
    /// <returns>The number of bytes.</returns>
    public int WriteModel()
    {
        _output.ResetWrittenCount();
        _writer.Reset(_output);
        JsonSerializer.Serialize(_writer, _model, OutgoingModelContext.Default.OutgoingModel);
        return _output.WrittenCount;
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    /// <summary>Makes sure that both sides write the same.</summary>
    private static MessageWriting Checked(Payload payload, OutgoingModel model)
    {
        var writing = new MessageWriting(payload, model);
        writing.Write();
        JsonNode? ours = JsonNode.Parse(writing._output.WrittenSpan);
        writing.WriteModel();
        if (!JsonNode.DeepEquals(ours, JsonNode.Parse(writing._output.WrittenSpan)))
        {
            throw new InvalidOperationException("The two sides write different messages: " + ours + Encoding.UTF8.GetString(writing._output.WrittenSpan));
        }

        return writing;
    }
}
