// Runs before anything is painted: puts the theme that was chosen here before on the page.
;(() => {
  const chosen = localStorage.getItem('tally.theme')
  if (chosen === 'dark' || chosen === 'light') document.documentElement.dataset.theme = chosen
})()
