namespace IqosDevice.DeviceSemantics.Tests.Rewriting;

/// <summary>The truth table of the comparing instructions, each spelled out by hand.</summary>
public sealed class OpcodeTests
{
    private static readonly OpcodeMethods Opcodes = new();

    [Theory]
    [InlineData("ceq", false, true, false, false, true)]
    [InlineData("beq", false, true, false, false, true)]
    [InlineData("bne.un", true, false, true, true, false)]
    [InlineData("cgt", true, false, false, true, false)]
    [InlineData("cgt.un", true, false, false, true, false)]
    [InlineData("bgt", true, false, false, true, false)]
    [InlineData("bgt.un", true, false, false, true, false)]
    [InlineData("clt", false, false, true, false, false)]
    [InlineData("clt.un", false, false, true, false, false)]
    [InlineData("blt", false, false, true, false, false)]
    [InlineData("blt.un", false, false, true, false, false)]
    [InlineData("bge", true, true, false, true, true)]
    [InlineData("bge.un", true, true, false, true, true)]
    [InlineData("ble", false, true, true, false, true)]
    [InlineData("ble.un", false, true, true, false, true)]
    public void An_instruction_compares_as_the_interpreter_does(
        string opcode, bool greater, bool equal, bool less, bool unordered, bool infinities)
    {
        Check(opcode, 2, 1, greater);
        Check(opcode, double.PositiveInfinity, 1, greater);
        Check(opcode, 1, 1, equal);
        Check(opcode, -0.0, 0.0, equal);
        Check(opcode, 1, 2, less);
        Check(opcode, double.NegativeInfinity, 1, less);
        Check(opcode, double.NaN, 1, unordered);
        Check(opcode, 1, double.NaN, unordered);
        Check(opcode, double.NaN, double.NaN, unordered);
        Check(opcode, double.NaN, double.PositiveInfinity, unordered);
        Check(opcode, double.PositiveInfinity, double.PositiveInfinity, infinities);
        Check(opcode, double.PositiveInfinity, double.NegativeInfinity, infinities);
        Check(opcode, double.NegativeInfinity, double.PositiveInfinity, infinities);
    }

    [Fact]
    public void The_table_has_a_row_for_every_instruction() =>
        OpcodeMethods.Names.Order(StringComparer.Ordinal).ShouldBe(
            typeof(OpcodeTests).GetMethod(nameof(An_instruction_compares_as_the_interpreter_does))!
                .GetCustomAttributesData().Where(data => data.AttributeType == typeof(InlineDataAttribute))
                .Select(data => (string)((IReadOnlyList<System.Reflection.CustomAttributeTypedArgument>)data.ConstructorArguments[0].Value!)[0].Value!)
                .Order(StringComparer.Ordinal));

    private static void Check(string opcode, double left, double right, bool expected)
    {
        Opcodes.Run(opcode, left, right).ShouldBe(expected, $"{opcode} of double {left}, {right}");
        Opcodes.Run(opcode, (float)left, (float)right).ShouldBe(expected, $"{opcode} of float {left}, {right}");
    }
}
