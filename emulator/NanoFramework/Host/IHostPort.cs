namespace IqosDevice.NanoFramework.Host;

/// <summary>Clock and console of the device.</summary>
public interface IHostPort
{
    /// <summary>Microseconds since boot, as <c>HighResTimer.GetCurrent()</c> gives them.</summary>
    ulong MicrosecondsSinceBoot { get; }

    /// <summary>Bytes of the heap that are free, as <c>GC.Run()</c> gives them.</summary>
    uint FreeMemoryBytes { get; }

    /// <summary>One line on the debug console.</summary>
    void WriteLine(string line);
}
