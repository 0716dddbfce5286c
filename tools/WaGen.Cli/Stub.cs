namespace WaGen.WhatsApp;
internal static class WhatsAppApi { public static IReadOnlyList<ApiOperation> Operations => []; }
