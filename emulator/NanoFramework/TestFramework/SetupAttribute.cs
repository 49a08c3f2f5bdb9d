namespace nanoFramework.TestFramework;

/// <summary>Marks what runs before the tests of a class; where it skips, none of them runs.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SetupAttribute : Attribute;
