using IqosDevice.Emulator.Simulation;
using IqosDevice.Firmware.Core.Protocol;

namespace IqosDevice.Emulator.Holder;

/// <summary>What the factory would have written into a unit: the same for the same model and seed.</summary>
public static class UnitIdentity
{
    private const int ProductNumberLength = 14;
    private const int SerialNumberLength = 12;

    // Letters that cannot be taken for one another in print.
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /// <summary>Serial and product numbers; a one-piece model has one product number for both of its addresses.</summary>
    public static DeviceIdentity Create(HolderModel model, ulong seed)
    {
        DeterministicRandom random = DeterministicRandom.For(seed, "identity." + model.Name);
        string serial = Draw(random, "S", SerialNumberLength);
        string holder = Draw(random, "H", ProductNumberLength);
        string charger = model.HasSeparateHolder ? Draw(random, "C", ProductNumberLength) : holder;
        return new DeviceIdentity(model, serial, holder, charger);
    }

    private static string Draw(DeterministicRandom random, string prefix, int length) => string.Create(length, (random, prefix),
        static (text, state) =>
        {
            state.prefix.CopyTo(text);
            foreach (ref char letter in text[state.prefix.Length..])
            {
                letter = Alphabet[state.random.NextInt32(Alphabet.Length)];
            }
        });
}
