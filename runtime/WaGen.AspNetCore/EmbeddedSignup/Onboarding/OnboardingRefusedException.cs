namespace WaGen.AspNetCore;

/// <summary>A step was not possible. The message is written for the customer and holds no secret.</summary>
internal sealed class OnboardingRefusedException(string reason) : Exception(reason);
