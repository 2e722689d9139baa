/** Whether the browser opens the camera without a question of its own. Where it does not tell, it is taken to ask. */
export async function cameraIsAllowed(
  permissions: Pick<Permissions, 'query'> = navigator.permissions,
): Promise<boolean> {
  try {
    return (await permissions.query({ name: 'camera' as PermissionName })).state === 'granted';
  } catch {
    return false;
  }
}
