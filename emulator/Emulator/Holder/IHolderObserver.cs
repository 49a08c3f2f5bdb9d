namespace IqosDevice.Emulator.Holder;

/// <summary>Looks at a holder after each turn of its loop, and changes nothing.</summary>
public interface IHolderObserver
{
    void AfterTick(VirtualHolder holder);
}
