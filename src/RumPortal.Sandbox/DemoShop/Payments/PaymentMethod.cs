namespace RumPortal.Sandbox.DemoShop.Payments;

/// <summary>The outcomes that a customer of a demonstration can choose from.</summary>
public enum PaymentMethod
{
    /// <summary>Is accepted after the usual wait.</summary>
    Card,

    /// <summary>Is refused by its bank.</summary>
    Declined,

    /// <summary>Is accepted, but its issuer takes seconds.</summary>
    Slow,
}
