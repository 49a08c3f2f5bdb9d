namespace IqosDevice.Repository.Tests.Cost;

/// <summary>Whose part of the heap it is.</summary>
internal enum HeapShare
{
    /// <summary>The firmware's own objects, with all arrays, texts and delegates.</summary>
    Firmware,

    /// <summary>Objects of nanoFramework's packages that the firmware uses.</summary>
    Packages,

    /// <summary>Threads, with the frames of their calls.</summary>
    Threads,
}
