using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace IqosDevice.DeviceSemantics;

/// <summary>
/// Rewrites compiled code so that its floating-point comparisons, divisions, casts and clamps are those of
/// <see cref="DeviceArithmetic"/>. All else (integers, other arithmetic, calls into the runtime) stays as it is; texts
/// of numbers are the host's.
/// </summary>
public sealed class DeviceRewriter
{
    private readonly ModuleDefinition module;
    private int comparisons;
    private int divisions;
    private int casts;
    private int clamps;

    private DeviceRewriter(ModuleDefinition module)
    {
        this.module = module;
    }

    /// <summary>Rewrites a whole assembly.</summary>
    /// <param name="image">The assembly as the compiler wrote it.</param>
    /// <exception cref="NotSupportedException">The code does something that cannot be rewritten; names method and instruction.</exception>
    public static RewrittenAssembly Rewrite(Stream image)
    {
        using var assembly = ModuleDefinition.ReadModule(image, new ReaderParameters { InMemory = true });
        var rewriter = new DeviceRewriter(assembly);
        foreach (var method in assembly.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody))
        {
            rewriter.Rewrite(method.Body);
        }

        var output = new MemoryStream();
        assembly.Write(output);
        return new RewrittenAssembly
        {
            Image = output.ToArray(),
            Comparisons = rewriter.comparisons,
            Divisions = rewriter.divisions,
            Casts = rewriter.casts,
            Clamps = rewriter.clamps,
        };
    }

    private void Rewrite(MethodBody body)
    {
        body.SimplifyMacros();
        var tops = StackTypes.TopsOf(body);
        var processor = body.GetILProcessor();
        foreach (var instruction in body.Instructions.ToArray())
        {
            if (!tops.TryGetValue(instruction, out var top) || top is StackKind.Other)
            {
                continue;
            }

            if (top is StackKind.Generic)
            {
                Refuse(instruction, body.Method);
            }
            else
            {
                Rewrite(processor, instruction, top is StackKind.Single ? typeof(float) : typeof(double));
            }
        }

        body.OptimizeMacros();
    }

    private void Rewrite(ILProcessor processor, Instruction instruction, Type type)
    {
        switch (instruction.OpCode.Code)
        {
            case Code.Ceq: Compare(instruction, nameof(DeviceArithmetic.Ceq)); break;
            case Code.Cgt or Code.Cgt_Un: Compare(instruction, nameof(DeviceArithmetic.Cgt)); break;
            case Code.Clt or Code.Clt_Un: Compare(instruction, nameof(DeviceArithmetic.Clt)); break;
            case Code.Beq: Branch(processor, instruction, nameof(DeviceArithmetic.Ceq), OpCodes.Brtrue); break;
            case Code.Bne_Un: Branch(processor, instruction, nameof(DeviceArithmetic.Ceq), OpCodes.Brfalse); break;
            case Code.Bgt or Code.Bgt_Un: Branch(processor, instruction, nameof(DeviceArithmetic.Cgt), OpCodes.Brtrue); break;
            case Code.Ble or Code.Ble_Un: Branch(processor, instruction, nameof(DeviceArithmetic.Cgt), OpCodes.Brfalse); break;
            case Code.Blt or Code.Blt_Un: Branch(processor, instruction, nameof(DeviceArithmetic.Clt), OpCodes.Brtrue); break;
            case Code.Bge or Code.Bge_Un: Branch(processor, instruction, nameof(DeviceArithmetic.Clt), OpCodes.Brfalse); break;
            case Code.Div: Divide(instruction, nameof(DeviceArithmetic.Div), type); break;
            case Code.Rem: Divide(instruction, nameof(DeviceArithmetic.Rem), type); break;
            case Code.Conv_U8: Cast(processor, instruction, nameof(DeviceArithmetic.ConvU8)); break;
            case Code.Conv_I1 or Code.Conv_I2 or Code.Conv_I4 or Code.Conv_I8 or Code.Conv_U1 or Code.Conv_U2 or Code.Conv_U4:
                Cast(processor, instruction, nameof(DeviceArithmetic.ConvI8));
                break;
            case Code.Call: Clamp(instruction, type); break;
            default: RefuseOther(instruction, processor.Body.Method); break;
        }
    }

    // Instructions are changed where they stand, so that branches to them stay right.
    private void Compare(Instruction instruction, string helper)
    {
        comparisons++;
        Call(instruction, helper, typeof(double), typeof(double));
    }

    private void Branch(ILProcessor processor, Instruction instruction, string helper, OpCode branch)
    {
        var target = (Instruction)instruction.Operand;
        Compare(instruction, helper);
        processor.InsertAfter(instruction, Instruction.Create(branch, target));
    }

    private void Divide(Instruction instruction, string helper, Type type)
    {
        divisions++;
        Call(instruction, helper, type, type);
    }

    private void Cast(ILProcessor processor, Instruction instruction, string helper)
    {
        casts++;
        processor.InsertAfter(instruction, Instruction.Create(instruction.OpCode));
        Call(instruction, helper, typeof(double));
    }

    private void Clamp(Instruction instruction, Type type)
    {
        var method = (MethodReference)instruction.Operand;
        if (method is { Name: "Clamp", DeclaringType.FullName: "System.Math" })
        {
            clamps++;
            Call(instruction, nameof(DeviceArithmetic.Clamp), type, type, type);
        }
    }

    private void Call(Instruction instruction, string helper, params Type[] parameters)
    {
        instruction.OpCode = OpCodes.Call;
        instruction.Operand = module.ImportReference(typeof(DeviceArithmetic).GetMethod(helper, parameters)!);
    }

    /// <summary>Comparisons and casts of a generic value: they may be floating point or not.</summary>
    private static void Refuse(Instruction instruction, MethodDefinition method)
    {
        var code = instruction.OpCode;
        bool compares = code.FlowControl is FlowControl.Cond_Branch && code.StackBehaviourPop is StackBehaviour.Pop1_pop1;
        if (compares || code.Code is Code.Ceq or Code.Cgt or Code.Clt or Code.Cgt_Un or Code.Clt_Un or Code.Div or Code.Rem
            || IsConversion(code))
        {
            throw Unknown(instruction, method);
        }
    }

    /// <summary>Conversions to an integer that the device's rules are not written down for.</summary>
    private static void RefuseOther(Instruction instruction, MethodDefinition method)
    {
        if (IsConversion(instruction.OpCode) && instruction.OpCode.Code is not (Code.Conv_R4 or Code.Conv_R8))
        {
            throw Unknown(instruction, method);
        }
    }

    private static bool IsConversion(OpCode code) => code.Name.StartsWith("conv.", StringComparison.Ordinal);

    private static NotSupportedException Unknown(Instruction instruction, MethodDefinition method) =>
        new($"{method.FullName}: no rule for {instruction}.");
}
