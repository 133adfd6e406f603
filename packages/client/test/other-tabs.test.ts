import { afterEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { databaseOf } from "../src/copies.ts";
import { OtherTabs } from "../src/other-tabs.ts";

const documentId = "A".repeat(22);
const open: { close(): void }[] = [];

/** A tab without a server that has `text`, of the life `epoch` of the document. */
function tabWith(text: string, epoch: string | null) {
  const doc = new Y.Doc();
  if (text !== "") doc.getText("text").insert(0, text);
  let own = epoch;
  const tabs = new OtherTabs(documentId, {
    doc,
    isAlone: () => true,
    epoch: () => own,
    learnEpoch(epoch) {
      own = epoch;
    },
  });
  open.push(tabs);
  return { tabs, text: () => doc.getText("text").toString(), epoch: () => own };
}

afterEach(() => {
  for (const each of open.splice(0)) each.close();
});

test("a tab that begins without a server has what the others have, and is then of their life of the document", async () => {
  const [writer, beginner, stranger] = [tabWith("written", "first"), tabWith("", null), tabWith("", "second")];
  beginner.tabs.ask();
  stranger.tabs.ask();
  await vi.waitFor(() => expect(beginner.text()).toBe("written"));
  expect(beginner.epoch()).toBe("first");
  // What is of another life would come into it otherwise.
  tabWith("made anew", "second").tabs.ask();
  await vi.waitFor(() => expect(stranger.text()).toBe("made anew"));
  expect([writer.text(), beginner.text()]).toEqual(["written", "written"]);
});

test("a tab of another version may say what this one does not know", async () => {
  const reader = tabWith("", null);
  const other = new BroadcastChannel(databaseOf(documentId));
  open.push(other);
  for (const strange of [null, 7, "text", {}, { epoch: 1 }, { epoch: null, update: "text" }])
    other.postMessage(strange);
  const writer = tabWith("written", null);
  writer.tabs.ask();
  await vi.waitFor(() => expect(reader.text()).toBe("written"));
});
