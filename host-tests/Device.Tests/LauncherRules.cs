using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using nanoFramework.TestFramework;

namespace IqosDevice.Device.Tests
{
    /// <summary>
    /// What the launcher on the device asks of a test class. It finds methods by their attributes and invokes them without
    /// an instance, with the arguments of a data row as they are.
    /// </summary>
    public static class LauncherRules
    {
        private const BindingFlags Everything =
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;

        private static readonly Type[] SimpleTypes = { typeof(int), typeof(string), typeof(bool) };

        /// <summary>One line for each thing that would not run there.</summary>
        public static IEnumerable<string> Check(IEnumerable<Type> classes)
        {
            return classes.SelectMany(Check);
        }

        private static IEnumerable<string> Check(Type testClass)
        {
            string name = testClass.Name;
            if (!testClass.IsPublic && !testClass.IsNestedPublic)
            {
                yield return name + " is not public";
            }

            foreach (FieldInfo field in testClass.GetFields(Everything))
            {
                yield return name + " keeps state in " + field.Name + ", but is never instantiated";
            }

            if (!DeviceTest.In(testClass).Any())
            {
                yield return name + " has no test";
            }

            foreach (MethodInfo method in testClass.GetMethods(Everything).Where(method => method.GetCustomAttributes().Any(IsOurs)))
            {
                foreach (string problem in Check(method))
                {
                    yield return name + "." + method.Name + " " + problem;
                }
            }
        }

        private static IEnumerable<string> Check(MethodInfo method)
        {
            Type[] wanted = method.GetParameters().Select(parameter => parameter.ParameterType).ToArray();
            object[][] rows = method.GetCustomAttributes<DataRowAttribute>().Select(row => row.MethodParameters).ToArray();
            if (!method.IsPublic || method.ReturnType != typeof(void))
            {
                yield return "is not public void";
            }

            if (rows.Length > 0 && method.GetCustomAttribute<TestMethodAttribute>() == null)
            {
                yield return "has data rows, but is no test method";
            }

            if (rows.Length == 0 && wanted.Length > 0)
            {
                yield return "has parameters, but no data row";
            }

            foreach (object[] row in rows)
            {
                if (!wanted.SequenceEqual(row.Select(argument => argument?.GetType())) || wanted.Except(SimpleTypes).Any())
                {
                    yield return "has a data row that is not int, string and bool, exactly as its parameters";
                }

                if (row.OfType<string>().Any(text => text.Contains('\0')))
                {
                    yield return "has a text with a NUL, where the device's metadata ends it";
                }
            }
        }

        private static bool IsOurs(Attribute attribute)
        {
            return attribute is TestMethodAttribute || attribute is DataRowAttribute || attribute is SetupAttribute
                || attribute is CleanupAttribute;
        }
    }
}
