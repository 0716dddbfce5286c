using Microsoft.CodeAnalysis;
using static WaGen.Generator.Diagnostics.RuleFactory;

namespace WaGen.Generator.Diagnostics;

/// <summary>Rules about handler classes, reported by analyzers on C# code.</summary>
internal static class HandlerRules
{
    public static readonly DiagnosticDescriptor ImplementsNothing = Rule(
        id: "WAGEN201",
        title: "Method named like a handler method that implements none",
        message: "'{0}' is never called for an event, because {1}; {2}",
        severity: DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor HandlesNothing = Rule(
        id: "WAGEN202",
        title: "Handler class that handles nothing",
        message: "'{0}' lists '{1}' but implements none of its methods, so every event stays unhandled; implement a method or remove the interface",
        severity: DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor NotRegistered = Rule(
        id: "WAGEN203",
        title: "Handler class that is not registered",
        message: "'{0}' implements '{1}', but nothing in this project registers it, so it is never called; add it with AddHandler<{0}>()",
        severity: DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor FieldSwitchedOff = Rule(
        id: "WAGEN204",
        title: "Handler for a field that the project leaves out",
        message: "'{0}' handles the field '{1}', which WaGenFields of this project leaves out; add '{1}' to WaGenFields or remove the handler",
        severity: DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor AsyncVoid = Rule(
        id: "WAGEN205",
        title: "Async void in a handler class",
        message: "{0} is async void, so the delivery is answered before it ends and its exceptions end the process; return a task and await it",
        severity: DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor Blocks = Rule(
        id: "WAGEN206",
        title: "Handler blocks its thread",
        message: "'{0}' blocks the thread, so that a burst of deliveries exhausts the thread pool; await {1} instead",
        severity: DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor TokenNotPassed = Rule(
        id: "WAGEN207",
        title: "Cancellation token of a handler method is not passed on",
        message: "'{0}' takes a cancellation token and gets none, so it goes on after the handler timeout and the stop of the host; pass '{1}'",
        severity: DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor ExceptionSwallowed = Rule(
        id: "WAGEN208",
        title: "Handler method swallows every exception",
        message: "'{0}' swallows every exception, so that a failed event counts as handled and is never sent again; remove the try statement, catch what can be mended, or rethrow",
        severity: DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor FailureOverlooked = Rule(
        id: "WAGEN209",
        title: "Handler class overlooks failures",
        message: "'{0}' handles other events of '{1}' but not '{2}', the only one that tells about failures; implement '{2}' or '{3}'",
        severity: DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor FallbackOverlooked = Rule(
        id: "WAGEN210",
        title: "Handler class overlooks what has no method of its own",
        message: "'{0}' handles some events of '{1}' but neither '{2}' nor '{3}', so that nobody sees what has no method of its own; implement one of them or IUnhandledHandler",
        severity: DiagnosticSeverity.Info);
}
