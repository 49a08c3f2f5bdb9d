using System.Linq.Expressions;
using System.Reflection;

namespace IqosDevice.Benchmarks.Native.State;

/// <summary>Reads some fields of an object as bits.</summary>
internal delegate void ReadFields(object owner, ObjectGraph graph, long[] row, int first);

/// <summary>Writes them.</summary>
internal delegate void WriteFields(object owner, long[] row, int first);

/// <summary>Ways to fields that only the running program knows, compiled: hundreds of them are looked at in every tick.</summary>
internal static class FieldAccess
{
    private static readonly ParameterExpression Owner = Expression.Parameter(typeof(object));
    private static readonly ParameterExpression Graph = Expression.Parameter(typeof(ObjectGraph));
    private static readonly ParameterExpression Row = Expression.Parameter(typeof(long[]));
    private static readonly ParameterExpression First = Expression.Parameter(typeof(int));

    /// <summary>Values as bits; of references, the number that the graph gives the object.</summary>
    public static ReadFields Reader(Type type, FieldInfo[] fields)
    {
        var steps = fields.Select((field, i) => Expression.Assign(Cell(i), BitsOf(Expression.Field(Typed(type), field))));
        return Expression.Lambda<ReadFields>(Block(steps), Owner, Graph, Row, First).Compile();
    }

    /// <summary>Fields of primitive types that are not read-only.</summary>
    public static WriteFields Writer(Type type, FieldInfo[] fields)
    {
        var steps = fields.Select((field, i) =>
            Expression.Assign(Expression.Field(Typed(type), field), Expression.Call(Generic(nameof(Bits.To), field.FieldType), Cell(i))));
        return Expression.Lambda<WriteFields>(Block(steps), Owner, Row, First).Compile();
    }

    /// <summary>Elements as bits.</summary>
    public static ReadFields ArrayReader(Type element) => element.IsClass
        ? static (owner, graph, row, first) => Array.ForEach((object?[])owner, item => row[first++] = graph.NumberOf(item))
        : typeof(FieldAccess).GetMethod(nameof(ReadElements), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(element)
            .CreateDelegate<ReadFields>();

    private static void ReadElements<T>(object owner, ObjectGraph graph, long[] row, int first)
        where T : unmanaged
    {
        foreach (T element in (T[])owner)
        {
            row[first++] = Bits.Of(element);
        }
    }

    private static BlockExpression Block(IEnumerable<Expression> steps) => Expression.Block([.. steps, Expression.Empty()]);

    private static UnaryExpression Typed(Type type) => Expression.Convert(Owner, type);

    private static IndexExpression Cell(int index) => Expression.ArrayAccess(Row, Expression.Add(First, Expression.Constant(index)));

    private static MethodCallExpression BitsOf(MemberExpression field) => field.Type.IsValueType
        ? Expression.Call(Generic(nameof(Bits.Of), field.Type), field)
        : Expression.Call(Graph, typeof(ObjectGraph).GetMethod(nameof(ObjectGraph.NumberOf))!, field);

    private static MethodInfo Generic(string name, Type type) => typeof(Bits).GetMethod(name)!.MakeGenericMethod(type);
}
