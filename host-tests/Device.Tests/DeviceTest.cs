using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.ExceptionServices;
using nanoFramework.TestFramework;

namespace IqosDevice.Device.Tests
{
    /// <summary>One test of the device: a method of a test class, with the arguments of one data row or without any.</summary>
    public sealed class DeviceTest
    {
        private const string Root = "IqosDevice.Firmware.Tests.";

        private readonly MethodInfo method;
        private readonly object[] arguments;

        private DeviceTest(MethodInfo method, object[] arguments)
        {
            this.method = method;
            this.arguments = arguments;
        }

        /// <summary>
        /// Name of class, method and arguments, unique within an assembly:
        /// <c>Protocol.ChecksumTests.Crc8_has_its_check_values("123456789", 244)</c>.
        /// </summary>
        public string Name
        {
            get
            {
                string full = method.DeclaringType.FullName + "." + method.Name;
                string name = full.StartsWith(Root, StringComparison.Ordinal) ? full.Substring(Root.Length) : full;
                return arguments.Length == 0 ? name : name + "(" + string.Join(", ", arguments.Select(Show)) + ")";
            }
        }

        /// <summary>The test classes of an assembly within a namespace.</summary>
        public static IEnumerable<Type> Classes(Assembly assembly, string space)
        {
            return assembly.GetTypes().Where(type => Has<TestClassAttribute>(type)
                && type.Namespace != null && (type.Namespace + ".").StartsWith(space + ".", StringComparison.Ordinal));
        }

        /// <summary>The tests of a class as the device's launcher finds them: data rows take the place of the bare method.</summary>
        public static IEnumerable<DeviceTest> In(Type testClass)
        {
            foreach (MethodInfo method in testClass.GetMethods())
            {
                DataRowAttribute[] rows = method.GetCustomAttributes<DataRowAttribute>().ToArray();
                if (rows.Length == 0 && Has<TestMethodAttribute>(method))
                {
                    yield return new DeviceTest(method, Array.Empty<object>());
                }

                foreach (DataRowAttribute row in rows)
                {
                    yield return new DeviceTest(method, row.MethodParameters);
                }
            }
        }

        /// <summary>
        /// Runs set-up, test and clean-up. The device sets up once a class; a class keeps no state, so once a test is the same.
        /// </summary>
        /// <exception cref="SkipTestException">The set-up or the test does not want to run.</exception>
        public void Run()
        {
            object instance = Activator.CreateInstance(method.DeclaringType);
            try
            {
                InvokeAll<SetupAttribute>(instance);
                Invoke(instance, method, arguments);
            }
            finally
            {
                InvokeAll<CleanupAttribute>(instance);
            }
        }

        private static bool Has<T>(MemberInfo member)
            where T : Attribute
        {
            return member.GetCustomAttribute<T>() != null;
        }

        private static string Show(object argument)
        {
            return argument is string text ? "\"" + text.Replace("\u0001", "\\u0001") + "\"" : argument.ToString();
        }

        private static void Invoke(object instance, MethodInfo target, object[] parameters)
        {
            try
            {
                target.Invoke(instance, parameters);
            }
            catch (TargetInvocationException thrown)
            {
                ExceptionDispatchInfo.Capture(thrown.InnerException).Throw();
            }
        }

        private void InvokeAll<T>(object instance)
            where T : Attribute
        {
            foreach (MethodInfo target in method.DeclaringType.GetMethods().Where(Has<T>))
            {
                Invoke(instance, target, Array.Empty<object>());
            }
        }
    }
}
