/** Goals: the nodes of other frameworks (a strategy, a vision, national themes) and the measures that serve them. */

type Node = {
  code: string;
  nameNl: string;
  nameEn: string;
  framework: string;
  frameworkNl: string;
  frameworkEn: string;
  theme: boolean;
  /** `framework/node` codes of the nodes that it is linked to */
  links: readonly string[];
};
type Measure = { code: string; name: string; node: string; ambitions: readonly string[] };

export type Goal = {
  code: string;
  nameNl: string;
  nameEn: string;
  /** `byTheme`: not said of the measure itself, but its theme is linked to this goal */
  measures: { code: string; name: string; byTheme: boolean }[];
};
export type GoalFramework = { code: string; nameNl: string; nameEn: string; goals: Goal[] };

/** Each framework beside the themes, with its goals and the measures that serve each: directly or by their theme. */
export function goalsOf(nodes: readonly Node[], measures: readonly Measure[]): GoalFramework[] {
  const themes = new Map(nodes.filter((node) => node.theme).map((node) => [node.code, node]));
  const frameworks = Map.groupBy(
    nodes.filter((node) => !node.theme),
    (node) => node.framework,
  );
  return [...frameworks].map(([code, here]) => ({
    code,
    nameNl: here[0]!.frameworkNl,
    nameEn: here[0]!.frameworkEn,
    goals: here.map((node): Goal => {
      const key = `${node.framework}/${node.code}`;
      return {
        code: node.code,
        nameNl: node.nameNl,
        nameEn: node.nameEn,
        measures: measures.flatMap((measure) => {
          const own = measure.ambitions.includes(key);
          const byTheme = !own && (themes.get(measure.node)?.links.includes(key) ?? false);
          return own || byTheme ? [{ code: measure.code, name: measure.name, byTheme }] : [];
        }),
      };
    }),
  }));
}
