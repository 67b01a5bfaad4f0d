/** Whose rows a query may see. Every query takes one; nothing can be read across workspaces. */
export interface WorkspaceScope {
  workspaceId: string;
}

export interface ProgramScope extends WorkspaceScope {
  programId: string;
}
