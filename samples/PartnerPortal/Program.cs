using PartnerPortal;
using PartnerPortal.Demo;

if (args.Contains("--demo"))
{
    return await DemoRun.RunAsync(Console.Out);
}

await PortalApp.Build(args).RunAsync();
return 0;
