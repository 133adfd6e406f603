/** The settings of a deployment behind Cloudflare Access, which says who somebody is. */

export interface AccessSettings {
  /** `https://<team>.cloudflareaccess.com` */
  readonly issuer: string;
  /** The application's audience tag: what the team's other applications were given is not for here. */
  readonly audience: string;
  /** Whether nobody else is let in. */
  readonly isRequired: boolean;
}

const hostName = /^[a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d]([a-z\d-]*[a-z\d])?)+$/i;

/**
 * What `ACCESS_TEAM_DOMAIN`, `ACCESS_AUDIENCE` and `ACCESS_REQUIRED` say, or null when the deployment is not behind it.
 * @throws RangeError, in words for whoever runs the server, when one is missing or cannot be used
 */
export function accessSettingsFrom(variables: Readonly<Record<string, unknown>>): AccessSettings | null {
  const teamDomain = textOf(variables, "ACCESS_TEAM_DOMAIN");
  const audience = textOf(variables, "ACCESS_AUDIENCE");
  const required = textOf(variables, "ACCESS_REQUIRED");
  if (required !== "" && required !== "0" && required !== "1") {
    throw new RangeError(`ACCESS_REQUIRED must be 0 or 1, not ${JSON.stringify(required)}`);
  }
  const isRequired = required === "1";
  if (teamDomain === "" && audience === "" && !isRequired) return null;
  if (!hostName.test(teamDomain)) {
    const example = "a name as team.cloudflareaccess.com, without https://";
    throw new RangeError(`ACCESS_TEAM_DOMAIN must be ${example}, not ${JSON.stringify(teamDomain)}`);
  }
  if (audience === "") throw new RangeError("ACCESS_AUDIENCE must be set where ACCESS_TEAM_DOMAIN is");
  return { issuer: `https://${teamDomain.toLowerCase()}`, audience, isRequired };
}

function textOf(variables: Readonly<Record<string, unknown>>, name: string): string {
  const value = variables[name];
  return value === undefined || value === null ? "" : String(value).trim();
}
