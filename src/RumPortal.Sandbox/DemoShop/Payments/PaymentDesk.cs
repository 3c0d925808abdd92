namespace RumPortal.Sandbox.DemoShop.Payments;

/// <summary>Takes payments: as slow as a bank, and with an outcome that the chosen method decides, not chance.</summary>
public sealed class PaymentDesk(Pace pace)
{
    /// <summary>True when the bank accepted.</summary>
    public async Task<bool> ChargeAsync(PaymentMethod method, CancellationToken cancellationToken)
    {
        await pace.PauseAsync(method == PaymentMethod.Slow ? TimeSpan.FromSeconds(4) : TimeSpan.FromMilliseconds(600), cancellationToken);
        return method != PaymentMethod.Declined;
    }
}
