namespace nanoFramework.TestFramework;

/// <summary>Marks a test; with data rows beside it, one test a row.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TestMethodAttribute : Attribute;
