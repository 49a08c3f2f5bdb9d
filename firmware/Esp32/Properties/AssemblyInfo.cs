using System.Reflection;

[assembly: AssemblyTitle("IqosDevice.Esp32")]
[assembly: AssemblyProduct("IqosDevice")]
[assembly: AssemblyVersion("0.1.0.0")]
[assembly: AssemblyFileVersion("0.1.0.0")]
