/** The settings of a deployment besides the limits of the protocol: what the worker decides before a document is asked. */

import { type AccessSettings, accessSettingsFrom } from "./access-settings.ts";
import { clientAddressHeaderFrom } from "./client-address.ts";
import { allowedOriginsFrom } from "./foreign-origin.ts";
import { allowanceDefaults, allowancesFrom, type Metering } from "./metering/allowances.ts";

export interface Deployment {
  readonly allowances: Metering;
  readonly clientAddressHeader: string | null;
  readonly allowedOrigins: ReadonlySet<string>;
  readonly access: AccessSettings | null;
}

/** Every variable that sets something here. */
export const deploymentVariables: readonly string[] = [
  ...allowanceDefaults.keys(),
  "CLIENT_ADDRESS_HEADER",
  "ALLOWED_ORIGINS",
  "ACCESS_TEAM_DOMAIN",
  "ACCESS_AUDIENCE",
  "ACCESS_REQUIRED",
];

/** @throws RangeError, in words for whoever runs the server, when one of them cannot be used */
export function deploymentFrom(variables: Readonly<Record<string, unknown>>): Deployment {
  return {
    allowances: allowancesFrom(variables),
    clientAddressHeader: clientAddressHeaderFrom(variables),
    allowedOrigins: allowedOriginsFrom(variables),
    access: accessSettingsFrom(variables),
  };
}
