using Microsoft.CodeAnalysis;
using static WaGen.Generator.Diagnostics.RuleFactory;

namespace WaGen.Generator.Diagnostics;

/// <summary>Rules about how an application sets its endpoint up, reported by analyzers on the C# code of executables.</summary>
internal static class SetupRules
{
    public static readonly DiagnosticDescriptor ServicesNotAdded = Rule(
        id: "WAGEN301",
        title: "Endpoint is mapped but its services are not added",
        message: "'{0}' needs services that nothing in this project adds, so that the application does not start; call '{1}' on the services first",
        severity: DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor SecretInCode = Rule(
        id: "WAGEN302",
        title: "Secret or token stands in the code",
        message: "The value of '{0}' stands in the code, where everybody with the source or the assembly can read it; read it from the configuration",
        severity: DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor TokenIsSecret = Rule(
        id: "WAGEN303",
        title: "Verify token is the app secret",
        message: "'{0}' has the same value as '{1}', and the token travels in a query string that ends up in logs; make up another token",
        severity: DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor BodyTouched = Rule(
        id: "WAGEN304",
        title: "Middleware touches the body before the endpoint",
        message: "'{0}' {1} before the endpoint checks its signature, so that deliveries are refused; keep the route of the endpoint out of this middleware",
        severity: DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor AuthorizationRequired = Rule(
        id: "WAGEN305",
        title: "Endpoint requires authorization",
        message: "'{0}' refuses every delivery, because the provider has no account here and proves itself by the signature; remove it from this endpoint",
        severity: DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor BodyLimitTooLow = Rule(
        id: "WAGEN306",
        title: "Body limit is lower than what the provider sends",
        message: "'{0}' is set to {1} bytes, but deliveries may have up to {2}, and one that is refused is lost with all its events; set it to {2} or leave it out",
        severity: DiagnosticSeverity.Warning);
}
