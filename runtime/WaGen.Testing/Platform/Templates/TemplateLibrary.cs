namespace WaGen.Testing;

/// <summary>A few templates as the platform's library has them.</summary>
internal static class TemplateLibrary
{
    public static IReadOnlyList<LibraryItem> Items { get; } =
    [
        new("7138055039625658", "delivery_update_1", "ORDER_MANAGEMENT", "DELIVERY_UPDATE", "E_COMMERCE", "Delivery update", "Hi {{1}}, your order {{2}} is on its way and will arrive by {{3}}.", [("Jasper", "TEXT"), ("#123", "TEXT"), ("Jan 1", "DATE")], [("URL", "Track order")]),
        new("7138055039625659", "order_confirmed_1", "ORDER_MANAGEMENT", "ORDER_CONFIRMATION", "E_COMMERCE", "Order confirmed", "Thank you, {{1}}. Your order {{2}} of {{3}} is confirmed.", [("Jasper", "TEXT"), ("#123", "TEXT"), ("$12.34", "AMOUNT")], []),
        new("7138055039625660", "payment_confirmation_1", "PAYMENTS", "PAYMENT_CONFIRMATION", "FINANCIAL_SERVICES", Header: null, "We have received your payment of {{1}} on {{2}}. Thank you.", [("$12.34", "AMOUNT"), ("Jan 1, 2026", "DATE")], []),
        new("7138055039625661", "low_balance_warning_1", "ACCOUNT_UPDATE", "LOW_BALANCE_WARNING", "FINANCIAL_SERVICES", "Low balance", "The balance of your account {{1}} is {{2}}, which is low.", [("*1234", "TEXT"), ("$12.34", "AMOUNT")], [("PHONE_NUMBER", "Call us")]),
        new("7138055039625662", "fraud_alert_1", "ACCOUNT_UPDATE", "FRAUD_ALERT", "FINANCIAL_SERVICES", Header: null, "Did you try to pay {{1}} on {{2}} today?", [("$12.34", "AMOUNT"), ("Jan 1", "DATE")], [("QUICK_REPLY", "Yes"), ("QUICK_REPLY", "No")]),
        new("7138055039625663", "feedback_survey_1", "CUSTOMER_FEEDBACK", "FEEDBACK_SURVEY", "E_COMMERCE", Header: null, "Thank you for your order {{1}}. How was it for you?", [("#123", "TEXT")], [("FLOW", "Take the survey")]),
    ];

    public static LibraryItem? Find(string name) => Items.FirstOrDefault(item => item.Name.Equals(name, StringComparison.Ordinal));
}
