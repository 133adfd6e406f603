import { describe, expect, test } from "vitest";
import { accessSettingsFrom } from "../../src/access-settings.ts";

const team = { ACCESS_TEAM_DOMAIN: "Team.cloudflareaccess.com", ACCESS_AUDIENCE: "tag" };

describe("the settings of Cloudflare Access", () => {
  test("may be left out", () => {
    for (const required of [undefined, null, "", "0"]) {
      expect(accessSettingsFrom({ ACCESS_TEAM_DOMAIN: null, ACCESS_REQUIRED: required })).toBeNull();
    }
  });

  test("say who issues assertions, for which application, and whether everybody needs one", () => {
    const settings = { issuer: "https://team.cloudflareaccess.com", audience: "tag" };
    expect(accessSettingsFrom(team)).toEqual({ ...settings, isRequired: false });
    expect(accessSettingsFrom({ ...team, ACCESS_REQUIRED: "1" })).toEqual({ ...settings, isRequired: true });
  });

  test("that can protect nothing are faults: nobody shall believe that a door is shut", () => {
    for (const [variables, variable] of [
      [{ ACCESS_REQUIRED: "1" }, "ACCESS_TEAM_DOMAIN"],
      [{ ACCESS_AUDIENCE: "tag" }, "ACCESS_TEAM_DOMAIN"],
      [{ ...team, ACCESS_TEAM_DOMAIN: "https://team.cloudflareaccess.com" }, "ACCESS_TEAM_DOMAIN"],
      [{ ...team, ACCESS_TEAM_DOMAIN: "team.example/path" }, "ACCESS_TEAM_DOMAIN"],
      [{ ...team, ACCESS_AUDIENCE: " " }, "ACCESS_AUDIENCE"],
      [{ ...team, ACCESS_REQUIRED: "yes" }, "ACCESS_REQUIRED"],
    ] as const) {
      expect(() => accessSettingsFrom(variables)).toThrow(new RegExp(`^${variable} must `));
    }
  });
});
