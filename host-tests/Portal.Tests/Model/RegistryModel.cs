namespace IqosDevice.Portal.Tests.Model;

/// <summary>What should be the case, kept as simply as it can be: who owns which device, what is offered to whom, what is blocked.</summary>
internal sealed class RegistryModel(int customers, int devices)
{
    /// <summary>Owner of each device; null for nobody.</summary>
    public int?[] Owner { get; } = new int?[devices];

    /// <summary>To whom each device is offered.</summary>
    public int?[] OfferedTo { get; } = new int?[devices];

    public bool[] Blocked { get; } = new bool[devices];

    public bool[] Gone { get; } = new bool[customers];

    public bool Register(int customer, int device) =>
        Apply(!Gone[customer] && !Blocked[device] && Owner[device] is null, () => Owner[device] = customer);

    public bool Offer(int customer, int device, int to) =>
        Apply(!Gone[customer] && Owner[device] == customer && to != customer, () => OfferedTo[device] = to);

    public bool TakeBack(int customer, int device) =>
        Apply(!Gone[customer] && Owner[device] == customer && OfferedTo[device] is not null, () => OfferedTo[device] = null);

    public bool Accept(int customer, int device) => Apply(!Gone[customer] && OfferedTo[device] == customer, () =>
    {
        (Owner[device], OfferedTo[device]) = (customer, null);
    });

    public bool GiveBack(int customer, int device) => Apply(!Gone[customer] && Owner[device] == customer, () =>
    {
        (Owner[device], OfferedTo[device], Blocked[device]) = (null, null, true);
    });

    public bool Delete(int customer) => Apply(!Gone[customer], () =>
    {
        Gone[customer] = true;
        for (int device = 0; device < Owner.Length; device++)
        {
            Owner[device] = Owner[device] == customer ? null : Owner[device];
            OfferedTo[device] = Owner[device] is null || OfferedTo[device] == customer ? null : OfferedTo[device];
        }
    });

    private static bool Apply(bool allowed, Action change)
    {
        if (allowed)
        {
            change();
        }

        return allowed;
    }
}
