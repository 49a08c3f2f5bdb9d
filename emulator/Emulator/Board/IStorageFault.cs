namespace IqosDevice.Emulator.Board;

/// <summary>Something wrong between the processor and its flash. What a fault does not name works as ever.</summary>
public interface IStorageFault
{
    /// <summary>The processor turns to the medium for anything at all.</summary>
    /// <exception cref="IOException">The medium does not answer.</exception>
    void Access()
    {
    }

    /// <summary>What is read instead of a file's content; null for no file.</summary>
    byte[]? Read(byte[]? content) => content;

    /// <summary>A file is to become durable by <paramref name="commit"/>: now, later or never.</summary>
    void Commit(Action commit) => commit();
}
