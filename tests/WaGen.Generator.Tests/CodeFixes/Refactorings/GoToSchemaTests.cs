using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CSharp;
using WaGen.CodeFixes;
using WaGen.Generator.Tests.Emit.Acme;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.CodeFixes.Refactorings;

/// <summary>From printed code to the schema that it was printed from.</summary>
public sealed partial class GoToSchemaTests
{
    private const string WhatsAppBot = """
        using WaGen.WhatsApp;

        namespace Shop;

        public sealed class Bot : IMessagesHandler, IStandbyHandler
        {
            public ValueTask OnTextAsync(TextMessage text, MessagesContext context, CancellationToken cancellationToken)
            {
                _ = text.From;
                _ = text.AsMessage().FromUtf8;
                _ = text.AsMessage().TryGetImage(out ImageMessage image);
                _ = text.Text.Body;
                _ = image.Image.IsPresent;
                Contact sender = context.Contact;
            _ = sender.WaId;
                _ = context.Contacts;
                _ = context.Entry.Id;
                _ = context.Delivery;
                return default;
            }

            ValueTask IMessagesHandler.OnFailedAsync(Status status, MessagesContext context, CancellationToken cancellationToken) => context.Unhandled();

            public ValueTask OnStatusAsync(Status status, MessagesContext context, CancellationToken cancellationToken)
            {
                _ = status.KindText;
                _ = status.Pricing.Category is PricingCategory.AuthenticationInternational or PricingCategory.Unknown;
                string mine = status.ToString()!;
                return mine.Length == 0 ? default : context.Unhandled();
            }

            public ValueTask OnNothingAsync(int number) => default;
        }
        """;

    private const string AcmeBot = """
        using Acme.Hooks;

        namespace Shop;

        public sealed class Door : ILockersHandler, IAlarmsHandler
        {
            public ValueTask OnDoorClosedAsync(DoorClosedNotice notice, LockersContext context, CancellationToken cancellationToken)
            {
                _ = notice.AsNotice().TryGetMemo(out MemoNotice memo);
                _ = memo.Memo.Text;
                _ = memo.NoticeId + memo.AsNotice().NoticeIdWireNameUtf8.Length;
                _ = context.Tenant;
                _ = context.Site.ParseSettings();
                _ = context.Tenants[0].Since;
                _ = Size.Giant;
                _ = context.Feeds;
                return default;
            }

            public ValueTask OnMoveAsync(Move move, LockersContext context, CancellationToken cancellationToken) => new Moved(move).Done;

            public ValueTask OnSmokeAsync(Smoke alarm, AlarmsContext context, CancellationToken cancellationToken)
            {
                _ = alarm.Number + alarm.Detector.Name;
                return default;
            }
        }

        public readonly record struct Moved(Move What)
        {
            public ValueTask Done => default;
        }
        """;

    private static readonly Lazy<Project> WhatsApp = new(() => SchemaWorkspace.AddProject(new AdhocWorkspace(), Shipped(), WhatsAppBot));

    private static readonly Lazy<Project> Acme = new(() => SchemaWorkspace.AddProject(new AdhocWorkspace(), AcmeProvider.Schemas().Select(static s => new SchemaText(s.Path, s.Json, isShipped: false)), AcmeBot));

    [Theory]
    [InlineData("Bot : IMessagesHandler", "messages.json", "", "{")]
    [InlineData("OnTextAsync", "messages.json", "/$defs/TextMessage", "\"TextMessage\": {")]
    [InlineData("OnTextAsync(Text", "messages.json", "/$defs/TextMessage", "\"TextMessage\": {")]
    [InlineData("text, Messages", "messages.json", "", "{")]
    [InlineData("_ = text.From", "messages.json", "/$defs/Message/properties/from", "\"from\": {")]
    [InlineData("text.AsMess", "messages.json", "/$defs/Message", "\"Message\": {")]
    [InlineData("FromUtf8", "messages.json", "/$defs/Message/properties/from", "\"from\": {")]
    [InlineData("TryGetImage", "messages.json", "/$defs/ImageMessage", "\"ImageMessage\": {")]
    [InlineData("text.Text", "messages.json", "/$defs/TextMessage/properties/text", "\"text\": {")]
    [InlineData("Text.Body", "text.json", "/$defs/TextContent/properties/body", "\"body\": {")]
    [InlineData("IsPresent", "media.json", "/$defs/ImageContent", "\"ImageContent\": {")]
    [InlineData("Contact;", "messages.json", "/x-wagen/events/0/lookups/0", "{")]
    [InlineData("WaId", "contact.json", "/$defs/Contact/properties/wa_id", "\"wa_id\": {")]
    [InlineData("context.Contacts", "messages.json", "/properties/contacts", "\"contacts\": {")]
    [InlineData("context.Entry", "envelope.json", "/$defs/WhatsAppEntry", "\"WhatsAppEntry\": {")]
    [InlineData("context.Delivery", "messages.json", "", "{")]
    [InlineData("IMessagesHandler.OnFailed", "messages.json", "/$defs/FailedStatus", "\"FailedStatus\": {")]
    [InlineData("OnStatus", "messages.json", "/$defs/Status", "\"Status\": {")]
    [InlineData("KindText", "messages.json", "/$defs/Status/properties/status", "\"status\": {")]
    [InlineData("PricingCategory.AuthenticationInt", "pricing.json", "/$defs/PricingCategory/enum/1", "\"authentication-international\"")]
    [InlineData("PricingCategory.Unknown", "pricing.json", "/$defs/PricingCategory", "\"PricingCategory\": {")]
    [InlineData("IStandby", "standby.json", "", "{")]
    public Task Every_printed_member_leads_to_its_place(string behind, string file, string pointer, string line) => AssertTarget(WhatsApp.Value, behind, file, pointer, line);

    [Theory]
    [InlineData("OnDoorClosed", "lockers.json", "/$defs/DoorClosedNotice", "\"DoorClosedNotice\": {")]
    [InlineData("TryGetMemo", "lockers.json", "/$defs/MemoNotice", "\"MemoNotice\": {")]
    [InlineData("_ = memo.Memo", "lockers.json", "/$defs/MemoNotice/properties/memo", "\"memo\": {")]
    [InlineData("Memo.Text", "lockers.json", "/$defs/MemoNotice/properties/memo/properties/text", "\"text\": {")]
    [InlineData("_ = memo.NoticeId", "lockers.json", "/$defs/Notice/properties/notice_id", "\"notice_id\": {")]
    [InlineData("NoticeIdWireNameUtf8", "lockers.json", "/$defs/Notice/properties/notice_id", "\"notice_id\": {")]
    [InlineData("context.Tenant;", "lockers.json", "/x-wagen/events/0/lookups/0", "{")]
    [InlineData("ParseSettings", "shared.json", "/$defs/Site/properties/settings", "\"settings\": {")]
    [InlineData("Tenants[0].Since", "shared.json", "/$defs/Tenant/properties/since", "\"since\": {")]
    [InlineData("Size.Giant", "shared.json", "/$defs/Size/enum/1", "\"GIANT\"")]
    [InlineData("context.Feeds", "envelope.json", "/$defs/Feed", "\"Feed\": {")]
    [InlineData("OnMove", "lockers.json", "/$defs/Move", "\"Move\": {")]
    [InlineData("new Moved(mo", null, null, null)]
    [InlineData("OnSmoke", "alarm.json", "/$defs/Smoke", "\"Smoke\": {")]
    [InlineData("alarm.Number", "alarm.json", "/$defs/Alarm/properties/number", "\"number\": {")]
    [InlineData("alarm.Detector", "alarm.json", "/$defs/Smoke/properties/smoke", "\"smoke\": {")]
    public async Task Names_that_the_schema_gives_and_parts_in_place_are_found(string behind, string? file, string? pointer, string? line)
    {
        if (file is null)
        {
            Assert.Empty(await OfferedAsync(Acme.Value, behind));
            return;
        }

        await AssertTarget(Acme.Value, behind, file, pointer!, line!);
    }

    [Theory]
    [InlineData("OnNothing")]
    [InlineData("string mine")]
    [InlineData("class Bot")]
    [InlineData("names")]
    [InlineData("ValueTask IMessagesHandler.OnFailedAsync(Status status, MessagesContext context, Cancellation")]
    public async Task What_was_not_printed_leads_nowhere(string behind) => Assert.Empty(await OfferedAsync(WhatsApp.Value, behind));

    [Fact]
    public async Task A_schema_of_the_user_is_opened_instead_of_the_one_that_it_replaces()
    {
        string text = Repository.Read("schemas/common/text.json").Replace("\"$defs\"", "\"$comment\": \"mine\",\n\n\n  \"$defs\"", StringComparison.Ordinal);
        Project project = SchemaWorkspace.AddProject(new AdhocWorkspace(), Shipped().Append(new SchemaText("own/replaced.json", text, isShipped: false)), WhatsAppBot);
        await AssertTarget(project, "Text.Body", "replaced.json", "/$defs/TextContent/properties/body", "\"body\": {");
    }

    [Fact]
    public async Task A_project_that_only_references_the_printed_code_finds_the_schema_where_it_is_printed()
    {
        using var workspace = new AdhocWorkspace();
        Project library = SchemaWorkspace.AddProject(workspace, AcmeProvider.Schemas().Select(static s => new SchemaText(s.Path, s.Json, isShipped: false)));
        ProjectId app = ProjectId.CreateNewId();
        Solution solution = library.Solution
            .AddProject(ProjectInfo.Create(app, VersionStamp.Default, "App", "App", LanguageNames.CSharp, compilationOptions: TestCompiler.Options, parseOptions: TestCompiler.ParseOptions, metadataReferences: TestCompiler.References))
            .AddProjectReference(app, new ProjectReference(library.Id))
            .AddDocument(DocumentId.CreateNewId(app), "Source0.cs", AcmeBot);
        await AssertTarget(solution.GetProject(app)!, "Memo.Text", "lockers.json", "/$defs/MemoNotice/properties/memo/properties/text", "\"text\": {");
    }

    [Fact]
    public async Task Printed_code_in_an_assembly_is_known_by_its_documentation()
    {
        Project project = SchemaWorkspace.AddProject(new AdhocWorkspace(), []).AddMetadataReference(Compiled());
        foreach ((string path, string json) in AcmeProvider.Schemas())
        {
            project = project.AddAdditionalDocument(path, json, filePath: path).Project;
        }

        await AssertTarget(project.AddDocument("Source0.cs", AcmeBot).Project, "context.Feeds", "envelope.json", "/$defs/Feed", "\"Feed\": {");
    }

    [Fact]
    public async Task Where_no_schema_is_at_hand_nothing_is_offered()
    {
        Project project = SchemaWorkspace.AddProject(new AdhocWorkspace(), []).AddMetadataReference(Compiled()).AddDocument("Source0.cs", AcmeBot).Project;
        Assert.Empty(await OfferedAsync(project, "context.Feeds"));
    }

    [Fact]
    public async Task A_schema_that_is_no_json_at_the_moment_does_no_harm()
    {
        Project project = Acme.Value;
        TextDocument lockers = project.AdditionalDocuments.Single(static d => d.Name is "lockers.json");
        project = project.Solution.WithAdditionalDocumentText(lockers.Id, Microsoft.CodeAnalysis.Text.SourceText.From("{ lockers.json")).GetProject(project.Id)!;
        Assert.Empty(await OfferedAsync(project, "TryGetMemo"));
    }

    [Fact]
    public async Task The_file_is_opened()
    {
        using var workspace = new AdhocWorkspace();
        Project project = SchemaWorkspace.AddProject(workspace, AcmeProvider.Schemas().Select(static s => new SchemaText(s.Path, s.Json, isShipped: false)), AcmeBot);
        Assert.True(workspace.TryApplyChanges(project.Solution));
        CodeAction action = Assert.Single(await OfferedAsync(workspace.CurrentSolution.GetProject(project.Id)!, "OnMove"));
        CodeActionOperation operation = Assert.Single(await action.GetOperationsAsync(CancellationToken.None));
        operation.Apply(workspace, CancellationToken.None);
        DocumentId id = workspace.CurrentSolution.GetProject(project.Id)!.AdditionalDocuments.Single(static d => d.Name is "lockers.json").Id;
        Assert.True(workspace.IsDocumentOpen(id));
        Assert.Equal(action.Title, operation.Title);
        Assert.Empty(await action.GetPreviewOperationsAsync(CancellationToken.None));
    }

    // The project prints webhooks only, as those do that name no client.
    private static IEnumerable<SchemaText> Shipped() => GeneratorRun.ShippedSchemas().Where(static s => !s.Path.StartsWith("schemas/api/", StringComparison.Ordinal)).Select(static s => new SchemaText(s.Path, s.Json, isShipped: true));

    private static Task<IReadOnlyList<CodeAction>> OfferedAsync(Project project, string behind) =>
        SchemaWorkspace.OfferedAsync<GoToSchemaRefactoringProvider>(project.Documents.Single(static d => d.Name is "Source0.cs"), behind);

    private static async Task AssertTarget(Project project, string behind, string file, string pointer, string line)
    {
        Document document = project.Documents.Single(static d => d.Name is "Source0.cs");
        CodeAction action = Assert.Single(await SchemaWorkspace.OfferedAsync<GoToSchemaRefactoringProvider>(document, behind));
        Match title = Title().Match(action.Title);
        Assert.Equal((file, "#" + pointer), (title.Groups["file"].Value, title.Groups["pointer"].Value));
        TextDocument schema = project.Solution.Projects.SelectMany(static p => p.AdditionalDocuments).Single(d => string.Equals(d.Name, file, StringComparison.Ordinal));
        string said = (await schema.GetTextAsync()).Lines[int.Parse(title.Groups["line"].Value, CultureInfo.InvariantCulture) - 1].ToString();
        Assert.Contains(line, said, StringComparison.Ordinal);
    }

    private static PortableExecutableReference Compiled()
    {
        using var image = new MemoryStream();
        using var documentation = new MemoryStream();
        CSharpCompilation printed = GeneratorRun.Of().With(AcmeProvider.Schemas()).Output;
        Assert.True(printed.Emit(image, xmlDocumentationStream: documentation).Success);
        return MetadataReference.CreateFromImage(image.ToArray(), documentation: XmlDocumentationProvider.CreateFromBytes(documentation.ToArray()));
    }

    [GeneratedRegex("^Go to schema: (?<file>[^,]+), line (?<line>[0-9]+) \\((?<pointer>#.*)\\)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Title();
}
