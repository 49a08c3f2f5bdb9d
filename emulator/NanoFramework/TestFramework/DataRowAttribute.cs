namespace nanoFramework.TestFramework;

/// <summary>One set of arguments of a test: simple values only, each of exactly its parameter's type.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class DataRowAttribute(params object[] methodParameters) : Attribute
{
    public object[] MethodParameters { get; } = methodParameters;
}
