namespace nanoFramework.TestFramework;

/// <summary>Marks a class whose methods the launcher looks through.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TestClassAttribute : Attribute;
