using System.Net;
using System.Text;

namespace WaGen.Client;

/// <summary>The parameters of a form as one text, <c>application/x-www-form-urlencoded</c>.</summary>
internal sealed class FormBody : BufferedBody
{
    /// <exception cref="ArgumentException">A required argument is missing.</exception>
    public FormBody(ApiOperation operation, ApiArguments arguments)
        : base("application/x-www-form-urlencoded")
    {
        foreach (ApiParameter parameter in operation.Parameters.Where(static p => p.Place == ApiParameterPlace.Form))
        {
            if (ApiAddress.ArgumentOf(operation, arguments, parameter) is { } value)
            {
                string separator = Buffer.Length == 0 ? string.Empty : "&";
                Encoding.ASCII.GetBytes(separator + WebUtility.UrlEncode(parameter.Name) + "=" + WebUtility.UrlEncode(value), Buffer);
            }
        }
    }
}
