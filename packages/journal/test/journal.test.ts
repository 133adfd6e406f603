import { nodeSql } from "./node-sql.ts";
import { sqlContract } from "./sql-contract.ts";

sqlContract("node:sqlite", (use) => use(nodeSql()));
