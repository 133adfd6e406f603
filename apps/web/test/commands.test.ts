import { expect, test } from "vitest";
import { type Command, commands, registerCommands } from "../src/state/commands.ts";

const named = (...ids: string[]): Command[] =>
  ids.map((id) => ({ id, label: () => id, section: "document", run: () => undefined }));

test("commands are listed in one order, whichever part of the page comes first, and go with their part", () => {
  const parts = [
    { added: named("new", "about"), rank: 0 },
    { added: named("open", "print"), rank: 1 },
    { added: named("language"), rank: 2 },
  ];
  for (const order of [
    [0, 1, 2],
    [2, 1, 0],
    [1, 2, 0],
  ]) {
    const stops = order.map((index) => {
      const { added, rank } = parts[index] ?? { added: [], rank: 0 };
      return registerCommands(added, rank);
    });
    expect(commands.value.map(({ id }) => id)).toEqual(["new", "about", "open", "print", "language"]);
    for (const stop of stops) stop();
    expect(commands.value).toEqual([]);
  }
});

test("a command takes the place of the one with its id", () => {
  registerCommands(named("new"));
  const stop = registerCommands(named("new"), 0);
  expect(commands.value).toHaveLength(1);
  stop();
  expect(commands.value).toEqual([]);
});
