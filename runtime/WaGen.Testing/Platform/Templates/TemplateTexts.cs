namespace WaGen.Testing;

/// <summary>The texts of authentication templates, which the platform gives.</summary>
internal static class TemplateTexts
{
    private static readonly Dictionary<string, Texts> Known = new(StringComparer.Ordinal)
    {
        ["en_US"] = new("*{{1}}* is your verification code.", "For your security, do not share this code.", "This code expires in {0} minutes.", "Copy code", "Autofill"),
        ["es_ES"] = new("*{{1}}* es tu código de verificación.", "Por tu seguridad, no compartas este código.", "Este código caduca en {0} minutos.", "Copiar código", "Autocompletar"),
        ["pt_BR"] = new("*{{1}}* é seu código de verificação.", "Para sua segurança, não o compartilhe.", "Este código expira em {0} minutos.", "Copiar código", "Preencher"),
        ["de"] = new("*{{1}}* ist dein Bestätigungscode.", "Teile diesen Code zu deiner Sicherheit nicht.", "Dieser Code läuft in {0} Minuten ab.", "Code kopieren", "Ausfüllen"),
        ["fr"] = new("*{{1}}* est votre code de vérification.", "Pour votre sécurité, ne le partagez pas.", "Ce code expire dans {0} minutes.", "Copier le code", "Remplir"),
    };

    /// <summary>The languages that have texts of their own. Others get the English ones.</summary>
    public static IReadOnlyCollection<string> Languages => Known.Keys;

    public static string CodeBody(string language, bool warns) => warns ? $"{Of(language).Body} {Of(language).Warning}" : Of(language).Body;

    public static string CodeFooter(string language, string minutes) => Of(language).Footer.Replace("{0}", minutes, StringComparison.Ordinal);

    public static string CopyCode(string language) => Of(language).Copy;

    public static string Autofill(string language) => Of(language).Fill;

    private static Texts Of(string language) => Known.GetValueOrDefault(language) ?? Known["en_US"];

    private sealed record Texts(string Body, string Warning, string Footer, string Copy, string Fill);
}
