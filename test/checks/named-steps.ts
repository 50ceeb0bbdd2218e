import path from 'node:path';
import ts from 'typescript';

/** A step name in the code of rules. */
export interface NamedStep {
  readonly step: string;
  /** File and line of the name. */
  readonly place: string;
  /** The ids of the rules whose code contains the name, directly or in a function that they call. */
  readonly rules: Set<string>;
}

const root = path.join(__dirname, '../..');

/**
 * All step names in the code of rules, each occurrence separately. A string literal counts where a StepName is
 * expected.
 */
export function namedSteps(): readonly NamedStep[] {
  const program = ts.createProgram([path.join(root, 'checks/catalogue.ts')], compilerOptions());
  const reader = new StepReader(program);
  for (const file of program.getSourceFiles()) {
    if (!isOurs(file)) continue;
    ts.forEachChild(file, function visit(node) {
      const id = ruleId(node);
      if (id === null) ts.forEachChild(node, visit);
      else reader.read(node, id, new Set());
    });
  }
  return [...reader.found.values()];
}

function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), (file) => ts.sys.readFile(file)) as {
    config: { compilerOptions: object };
  };
  return ts.convertCompilerOptionsFromJson(config.compilerOptions, root).options;
}

function isOurs({ fileName }: ts.SourceFile): boolean {
  return path.relative(root, fileName).startsWith(`checks${path.sep}`);
}

/** The id of the rule that an object literal defines; null for all other nodes. */
function ruleId(node: ts.Node): string | null {
  if (!ts.isObjectLiteralExpression(node)) return null;
  const text = (name: string): string | null => {
    const found = node.properties.find((property) => property.name?.getText() === name);
    if (found === undefined || !ts.isPropertyAssignment(found)) return null;
    return ts.isStringLiteral(found.initializer) ? found.initializer.text : null;
  };
  return text('claim') === null ? null : text('id');
}

class StepReader {
  readonly found = new Map<string, NamedStep>();
  readonly #checker: ts.TypeChecker;
  readonly #stepName: ts.Type;

  constructor(program: ts.Program) {
    this.#checker = program.getTypeChecker();
    const file = program.getSourceFile(path.join(root, 'generators/step-name.ts'));
    const alias = file?.statements.find(
      (node) => ts.isTypeAliasDeclaration(node) && node.name.text === 'StepName',
    );
    if (alias === undefined) throw new TypeError('generators/step-name.ts has no StepName');
    this.#stepName = this.#checker.getTypeAtLocation(alias);
  }

  /** Collects the step names in a node, and in the functions and tables that it uses. */
  read(node: ts.Node, rule: string, seen: Set<ts.Node>): void {
    if (seen.has(node)) return;
    seen.add(node);
    const visit = (child: ts.Node): void => {
      if (ts.isStringLiteral(child) && this.#asksForStep(child)) this.#note(child, rule);
      if (ts.isIdentifier(child))
        for (const used of this.#declarations(child)) if (!holdsRule(used)) this.read(used, rule, seen);
      ts.forEachChild(child, visit);
    };
    visit(node);
  }

  #asksForStep(literal: ts.StringLiteral): boolean {
    const type = this.#checker.getContextualType(literal);
    if (type === undefined || !type.isUnion()) return false;
    const asked = this.#checker.getNonNullableType(type);
    return (
      this.#checker.isTypeAssignableTo(asked, this.#stepName) &&
      this.#checker.isTypeAssignableTo(this.#stepName, asked)
    );
  }

  #note(literal: ts.StringLiteral, rule: string): void {
    const file = literal.getSourceFile();
    const { line } = file.getLineAndCharacterOfPosition(literal.getStart());
    const place = `${path.relative(root, file.fileName)}:${line + 1}`;
    const key = `${place}:${literal.getStart()}`;
    const known = this.found.get(key) ?? { step: literal.text, place, rules: new Set() };
    this.found.set(key, known);
    known.rules.add(rule);
  }

  #declarations(identifier: ts.Identifier): readonly ts.Node[] {
    const symbol = this.#checker.getSymbolAtLocation(identifier);
    if (symbol === undefined) return [];
    const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
    const { declarations = [] } = isAlias ? this.#checker.getAliasedSymbol(symbol) : symbol;
    return declarations.filter(
      (node) =>
        isOurs(node.getSourceFile()) &&
        (ts.isFunctionDeclaration(node) || (ts.isVariableDeclaration(node) && isTopLevel(node))),
    );
  }
}

function isTopLevel(node: ts.VariableDeclaration): boolean {
  return ts.isSourceFile(node.parent.parent.parent);
}

function holdsRule(node: ts.Node): boolean {
  return ruleId(node) !== null || ts.forEachChild(node, holdsRule) === true;
}
