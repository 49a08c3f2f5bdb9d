using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IqosDevice.Portal.Data.Migrations;

/// <summary>Sessions have rows of their own; the stamp that ended all of them at once goes.</summary>
[DbContext(typeof(PortalDb))]
[Migration("20261128000000_Sessions")]
public sealed class AddSessions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(MigrationScript.Read("0002_sessions"));
}
