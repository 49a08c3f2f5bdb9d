using System.Collections;

namespace nanoFramework.TestFramework;

/// <summary>Assertions on collections, element by element.</summary>
public sealed class CollectionAssert
{
    public static void Empty(ICollection collection, string message = "") =>
        Assert.That(collection.Count == 0, $"Empty: {collection.Count} elements.", message);

    public static void NotEmpty(ICollection collection, string message = "") =>
        Assert.That(collection.Count != 0, "NotEmpty: no elements.", message);

    public static void AreEqual(ICollection expected, ICollection actual, string message = "") =>
        Assert.That(HaveEqualElements(expected, actual), "AreEqual: the elements differ.", message);

    public static void AreNotEqual(ICollection notExpected, ICollection actual, string message = "") =>
        Assert.That(!HaveEqualElements(notExpected, actual), "AreNotEqual: the elements are the same.", message);

    private static bool HaveEqualElements(ICollection first, ICollection second)
    {
        if (first.Count != second.Count)
        {
            return false;
        }

        var others = second.GetEnumerator();
        foreach (var element in first)
        {
            others.MoveNext();
            if (!Equals(element, others.Current))
            {
                return false;
            }
        }

        return true;
    }
}
