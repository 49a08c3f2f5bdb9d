using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IqosDevice.Portal.Data.Migrations;

/// <summary>The first schema. Each migration is a script beside it, so that it can be read and reviewed as what it is.</summary>
[DbContext(typeof(PortalDb))]
[Migration("20261123000000_Initial")]
public sealed class Initial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(MigrationScript.Read("0001_initial"));
}
