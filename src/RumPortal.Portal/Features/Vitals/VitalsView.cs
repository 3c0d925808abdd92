namespace RumPortal.Portal.Features.Vitals;

/// <summary>Which of the three views of the breakdown panel is open.</summary>
public enum VitalsView
{
    Table,
    Cube,
    Distribution,
}
