import { test } from "uvu";
import { accepts, finds } from "./planted.ts";
import { manifestRule, textRule } from "./texts.ts";

test("unclean ends, tabs and carriage returns are found in any text", () => {
  finds(
    textRule,
    { "a.ts": "x\ty\n", "b.md": "x", "c.ts": "x  \n", "d.yaml": "x\r\n", "e.md": "x\n\n" },
    "a.ts:1 contains a tab",
    "b.md does not end its last line",
    "c.ts:1 ends with blanks",
    "d.yaml:1 ends with a carriage return",
    "e.md ends with an empty line",
  );
  accepts(textRule, {
    Makefile: "a:\n\tb\n",
    "start.S": "\tnop\n",
    "c.md": "break  \nhere\n",
    empty: "",
    "test/config/texts/odd.c": "\t \r",
  });
});

test("folders of one machine are found, look-alikes are not", () => {
  const folders = ["work", "root", "home/ann", "Users/Ann"].map((name) => `/${name}/`);
  for (const folder of folders) {
    finds(textRule, { "a.md": `see \`${folder}x\`\n` }, "a.md:1 names a folder of one machine");
    finds(textRule, { "a.json": `{"x": "file:${folder}x"}\n` }, "a.json:1 names a folder of one machine");
  }
  accepts(textRule, { "a.md": `src${folders[0]}x and ${folders[1]?.slice(0, -1)} alone\n` });
});

test("a version that is not exact is found in the manifest", () => {
  const manifest = { dependencies: { a: "^1.0.0", b: "1.2.3" }, devDependencies: { c: "latest", d: "0.1.0-rc.1" } };
  finds(
    manifestRule,
    { "package.json": JSON.stringify(manifest) },
    "package.json does not pin a exactly: ^1.0.0",
    "package.json does not pin c exactly: latest",
  );
});

test("where a package came from is found in the lockfile, where its author wants money is not", () => {
  const lockfile = '{\n "resolved": "x",\n "version": "https://h.test/x.tgz",\n "funding": "https://h.test"\n}';
  finds(
    manifestRule,
    { "package-lock.json": lockfile },
    "package-lock.json:2 says where a package came from",
    "package-lock.json:3 says where a package came from",
  );
});

test.run();
