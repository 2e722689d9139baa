/** Loads the app's own styles, so that contrast and sizes are those a person sees. Resolves once they apply. */
export async function appStyles(): Promise<void> {
  if (document.querySelector('link[data-app]')) return;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = '/assets/styles/base.css';
  link.dataset.app = '';
  const loaded = new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = reject;
  });
  document.head.append(link);
  await loaded;
  document.documentElement.lang = 'en';
  document.title = 'Test';
}
