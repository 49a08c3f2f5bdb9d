using System.Reflection;
using IqosDevice.Benchmarks.Native.State;

namespace IqosDevice.Benchmarks.Native.Replay;

/// <summary>A copy of a holder's objects that steps as it does.</summary>
internal sealed class Shadow
{
    private readonly ObjectGraph graph;
    private readonly Action<long> step;
    private readonly ReadFields readInputs;
    private readonly WriteFields takeInputs;
    private readonly ReadFields readOutputs;
    private readonly long[] row;
    private readonly long[] answers;
    private readonly long[] own;
    private readonly long[] others;

    public Shadow(ObjectGraph graph)
    {
        this.graph = graph;
        step = LiveHolder.Bind(graph.Roots);
        FieldInfo[] inputs = graph.FieldsOf(graph.Roots.Inputs);
        FieldInfo[] outputs = graph.FieldsOf(graph.Roots.Outputs);
        readInputs = FieldAccess.Reader(graph.Roots.Inputs.GetType(), inputs);
        takeInputs = FieldAccess.Writer(graph.Roots.Inputs.GetType(), inputs);
        readOutputs = FieldAccess.Reader(graph.Roots.Outputs.GetType(), outputs);
        row = new long[1 + inputs.Length];
        answers = new long[2 * outputs.Length];
        own = new long[graph.Slots.Count];
        others = new long[graph.Slots.Count];
    }

    /// <summary>One tick with the inputs that the holder has.</summary>
    /// <returns>Time and inputs, as bits; valid until the next step.</returns>
    public long[] Step(long nowMs, ObjectGraph holder)
    {
        row[0] = nowMs;
        readInputs(holder.Roots.Inputs, holder, row, 1);
        takeInputs(graph.Roots.Inputs, row, 1);
        step(nowMs);
        return row;
    }

    /// <summary>The outputs are the holder's.</summary>
    public bool AnswersLike(ObjectGraph holder)
    {
        int half = answers.Length / 2;
        readOutputs(graph.Roots.Outputs, graph, answers, 0);
        readOutputs(holder.Roots.Outputs, holder, answers, half);
        return answers.AsSpan(0, half).SequenceEqual(answers.AsSpan(half));
    }

    /// <summary>Becomes as the holder is.</summary>
    /// <returns>What had to change.</returns>
    public IEnumerable<(int Slot, long Value)> Follow(ObjectGraph holder)
    {
        graph.Read(own);
        holder.Read(others);
        for (int i = 0; i < own.Length; i++)
        {
            if (own[i] != others[i])
            {
                graph.Slots[i].Write(graph, others[i]);
                yield return (i, others[i]);
            }
        }
    }
}
