namespace IqosDevice.NanoFramework.Host;

/// <summary>Clock and console of the device.</summary>
public interface IHostPort
{
    /// <summary>Microseconds since boot, as <c>HighResTimer.GetCurrent()</c> gives them.</summary>
    ulong MicrosecondsSinceBoot { get; }

    /// <summary>One line on the debug console.</summary>
    void WriteLine(string line);
}
