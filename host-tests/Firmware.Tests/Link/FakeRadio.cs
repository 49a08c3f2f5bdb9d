using IqosDevice.Firmware.Core.Ports;

namespace IqosDevice.Firmware.Tests.Link;

/// <summary>A radio that remembers what was published and notified.</summary>
internal sealed class FakeRadio : IRadioPort
{
    public int AttMtu { get; set; } = 247;

    public bool IsConnected { get; set; } = true;

    /// <summary>Remembers nothing, and so allocates nothing.</summary>
    public bool Mute { get; set; }

    public HashSet<RadioValue> Subscribed { get; } = [];

    public Dictionary<RadioValue, string> Published { get; } = [];

    public List<(RadioValue Value, string Hex)> Notified { get; } = [];

    public bool IsSubscribed(RadioValue value) => Subscribed.Contains(value);

    public void Publish(RadioValue value, byte[] buffer, int length)
    {
        if (!Mute)
        {
            Published[value] = Convert.ToHexString(buffer, 0, length);
        }
    }

    public bool Notify(RadioValue value, byte[] buffer, int length)
    {
        if (!Subscribed.Contains(value) || length > AttMtu - 3)
        {
            return false;
        }

        Notified.Add((value, Convert.ToHexString(buffer, 0, length)));
        return true;
    }

    public List<string> Take(RadioValue value)
    {
        var taken = Notified.Where(entry => entry.Value == value).Select(entry => entry.Hex).ToList();
        Notified.RemoveAll(entry => entry.Value == value);
        return taken;
    }
}
