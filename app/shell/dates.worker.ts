/** Makes the one formatter that takes long; see `datesReady`. */
new Intl.DateTimeFormat().format(0);
postMessage(null);
