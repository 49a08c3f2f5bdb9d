using System.Reflection;
using System.Runtime.Loader;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace IqosDevice.DeviceSemantics.Tests.Rewriting;

/// <summary>
/// One static method for every instruction that compares, for float and for double; rewritten and loaded. Each
/// returns 1 where the instruction leaves 1 or branches.
/// </summary>
internal sealed class OpcodeMethods
{
    private static readonly OpCode[] Values = [OpCodes.Ceq, OpCodes.Cgt, OpCodes.Cgt_Un, OpCodes.Clt, OpCodes.Clt_Un];

    private static readonly OpCode[] Branches =
    [
        OpCodes.Beq, OpCodes.Bne_Un, OpCodes.Bgt, OpCodes.Bgt_Un, OpCodes.Bge, OpCodes.Bge_Un,
        OpCodes.Ble, OpCodes.Ble_Un, OpCodes.Blt, OpCodes.Blt_Un,
    ];

    private readonly Type methods;

    public OpcodeMethods()
    {
        var image = DeviceRewriter.Rewrite(Build()).Image;
        methods = new AssemblyLoadContext("opcodes", isCollectible: true).LoadFromStream(new MemoryStream(image)).GetType("Opcodes", true)!;
    }

    public static IEnumerable<string> Names => Values.Concat(Branches).Select(code => code.Name);

    public bool Run(string opcode, float left, float right) =>
        (int)Method(opcode, "float").Invoke(null, [left, right])! == 1;

    public bool Run(string opcode, double left, double right) =>
        (int)Method(opcode, "double").Invoke(null, [left, right])! == 1;

    private MethodInfo Method(string opcode, string type) => methods.GetMethod(opcode + " " + type)!;

    private static MemoryStream Build()
    {
        using var assembly = AssemblyDefinition.CreateAssembly(new("Opcodes", new(1, 0)), "Opcodes", ModuleKind.Dll);
        var types = assembly.MainModule.TypeSystem;
        var holder = new TypeDefinition("", "Opcodes", Mono.Cecil.TypeAttributes.Public | Mono.Cecil.TypeAttributes.Class, types.Object);
        assembly.MainModule.Types.Add(holder);
        foreach (var code in Values.Concat(Branches))
        {
            holder.Methods.Add(Method(code, types.Single, code.Name + " float", types.Int32));
            holder.Methods.Add(Method(code, types.Double, code.Name + " double", types.Int32));
        }

        var image = new MemoryStream();
        assembly.Write(image);
        image.Position = 0;
        return image;
    }

    private static MethodDefinition Method(OpCode code, TypeReference operand, string name, TypeReference result)
    {
        var method = new MethodDefinition(name, Mono.Cecil.MethodAttributes.Public | Mono.Cecil.MethodAttributes.Static, result);
        method.Parameters.Add(new(operand));
        method.Parameters.Add(new(operand));
        var il = method.Body.GetILProcessor();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldarg_1);
        if (code.FlowControl is FlowControl.Cond_Branch)
        {
            var taken = il.Create(OpCodes.Ldc_I4_1);
            il.Emit(code, taken);
            il.Emit(OpCodes.Ldc_I4_0);
            il.Emit(OpCodes.Ret);
            il.Append(taken);
        }
        else
        {
            il.Emit(code);
        }

        il.Emit(OpCodes.Ret);
        return method;
    }
}
