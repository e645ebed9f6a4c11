/** Role sets: questionnaires for several roles at once, the product's own or kept from another study. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { Notice } from "~/components/notice";
import { PageHeader } from "~/components/page-header";
import { UndoToast } from "~/components/undo-toast";
import { listMembers } from "~/data/members";
import { listQuestionnaires } from "~/data/questionnaires";
import { insertRoleSet, listRoleSets, updateRoleSetDeleted } from "~/data/role-sets";
import { chainRoles } from "~/domain/chain/role";
import { itemLimits } from "~/domain/questionnaire/own-bank/item";
import { businessTypes } from "~/domain/study/study";
import { wordIn } from "~/domain/typed";
import { RoleSets } from "~/features/questionnaire/bank/role-sets";
import { pageTitle } from "~/i18n/page-title";
import { useText } from "~/i18n/use-text";
import { requireStudy } from "~/server/gate";
import { postedForm } from "~/server/request";
import { briefFor, linesOf, questionnairesToKeep, readSetChoice, rolesOf } from "~/server/role-sets";
import { addRoles } from "~/server/study";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study, can } = await requireStudy(request, params, "editStudies");
  const { searchParams: asked } = new URL(request.url);
  const type = wordIn(businessTypes, asked.get("type")) ?? study.businessType;
  const [choice, own, listed, members, brief] = await Promise.all([
    readSetChoice(store, { workspaceId, set: asked.get("set") }),
    listRoleSets(store, { workspaceId }),
    listQuestionnaires(store, { workspaceId, studyId: study.id }),
    listMembers(store, { workspaceId }),
    briefFor(store, study, type),
  ]);
  return {
    study: { id: study.id, product: study.product },
    ...{ set: typeof choice === "string" ? choice : choice.id, type },
    lines: await linesOf(choice, brief),
    taken: listed.map(({ role }) => role),
    own: own.map((set) => ({
      ...{ id: set.id, name: set.name, businessType: set.businessType, createdAt: set.createdAt },
      roles: rolesOf(set),
      savedBy: members.find(({ id }) => id === set.savedBy)?.name ?? "",
    })),
    canKeep: listed.length > 0 && can.editBank,
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, workspaceId, study, member, now } = await requireStudy(request, params, "editBank");
  const form = await postedForm(request);
  const word = (name: string) => String(form.get(name) ?? "").trim();
  const where = { workspaceId, setId: word("setId") };
  switch (form.get("intent")) {
    case "draft": {
      const roles = chainRoles.filter((role) => form.getAll("roles").includes(role));
      if (roles.length === 0)
        return data({ kind: "refused" as const, problem: "no-roles" as const, name: "" }, 422);
      const set = await readSetChoice(store, { workspaceId, set: word("set") });
      const type = wordIn(businessTypes, word("type")) ?? study.businessType;
      return { kind: "drafted" as const, roles: await addRoles(store, study, { set, roles, type, now }) };
    }
    case "keep": {
      const name = word("name");
      const problem = name === "" ? "missing" : name.length > itemLimits.name ? "too-long" : null;
      if (problem) return data({ kind: "refused" as const, problem, name } as const, 422);
      const questionnaires = await questionnairesToKeep(store, study);
      const set = { name, businessType: study.businessType, questionnaires };
      await insertRoleSet(store, { workspaceId, set, savedBy: member.id, now });
      return { kind: "kept" as const, name };
    }
    case "delete":
    case "restore": {
      const gone = form.get("intent") === "delete";
      const name = await updateRoleSetDeleted(store, { ...where, deletedAt: gone ? now : null });
      if (name === null) throw new Response("Not found", { status: 404 });
      return { kind: gone ? ("deleted" as const) : ("restored" as const), name, setId: where.setId, at: now };
    }
    default:
      throw new Response("Bad request", { status: 400 });
  }
};

export const meta: MetaFunction<typeof loader> = (seen) =>
  pageTitle(seen, (words) => [words("roleSets").title, seen.data?.study.product]);

export default function Roles() {
  const { study, ...loaded } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const text = useText("roleSets");
  const roleText = useText("roles").chain;
  const list = `/studies/${study.id}/questionnaires`;
  const refused = done?.kind === "refused" ? done : null;
  return (
    <>
      <PageHeader
        crumbs={[
          { to: `/studies/${study.id}`, label: study.product },
          { to: list, label: useText("questionnaire").list.title },
        ]}
        title={text.title}
        lead={text.lead}
      />
      {(done?.kind === "drafted" || done?.kind === "kept") && (
        <div className="mb-8">
          <Notice tone="success" live>
            {done.kind === "kept" ? (
              text.kept(done)
            ) : (
              <>
                {text.drafted({ roles: done.roles.map((role) => roleText[role]).join(", ") })}{" "}
                <Link to={list} className="link">
                  {text.toList}
                </Link>
              </>
            )}
          </Notice>
        </div>
      )}
      <RoleSets {...loaded} problem={refused?.problem ?? null} typedName={refused?.name ?? ""} />
      {(done?.kind === "deleted" || done?.kind === "restored") && (
        <UndoToast
          key={done.at}
          message={done.kind === "deleted" ? text.deleted(done) : text.restored(done)}
          undo={{
            action: `${list}/roles`,
            fields: { setId: done.setId, intent: done.kind === "deleted" ? "restore" : "delete" },
          }}
        />
      )}
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
