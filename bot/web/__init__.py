"""The web process: the chat's HTTP contract, the webhooks, the desk, the studio and the demo's pages.

One module or package an area, each a Flask blueprint made by a function that
takes the application. What a page needs is passed in; nothing here keeps state
beyond a request but the open event streams (`streams`).
"""
