namespace TestFrameworkShared;

/// <summary>An assertion does not hold.</summary>
public sealed class AssertFailedException : Exception
{
    public AssertFailedException(string msg, Exception ex)
        : base(msg, ex)
    {
    }

    public AssertFailedException(string msg)
        : base(msg)
    {
    }

    public AssertFailedException()
    {
    }
}
