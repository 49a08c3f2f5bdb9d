using System.Reflection;

[assembly: AssemblyTitle("IqosDevice.Tests")]
[assembly: AssemblyProduct("IqosDevice")]
[assembly: AssemblyVersion("0.1.0.0")]
[assembly: AssemblyFileVersion("0.1.0.0")]
