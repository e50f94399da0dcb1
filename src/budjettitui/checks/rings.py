"""Ways that go round in a graph, without recursion: a hostile file may have ten thousand partners in a row."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence

Ways = Mapping[str, Sequence[str]]


def same_ring(ways: Ways) -> dict[str, int]:
    """A number for each node, alike for those that lie on rings with each other (strongly connected components)."""
    back: dict[str, list[str]] = {}
    for start, ends in ways.items():
        for end in ends:
            back.setdefault(end, []).append(start)
    numbers: dict[str, int] = {}
    for number, root in enumerate(reversed(list(_finished(ways)))):
        waiting = [root] if root not in numbers else []
        while waiting:
            node = waiting.pop()
            if node not in numbers:
                numbers[node] = number
                waiting.extend(back.get(node, ()))
    return numbers


def _finished(ways: Ways) -> Iterator[str]:
    """The nodes in the order in which a walk in depth leaves them."""
    seen: set[str] = set()
    for root in ways:
        if root in seen:
            continue
        seen.add(root)
        stack = [(root, iter(ways[root]))]
        while stack:
            node, ends = stack[-1]
            end = next((end for end in ends if end not in seen), None)
            if end is None:
                stack.pop()
                yield node
            else:
                seen.add(end)
                stack.append((end, iter(ways.get(end, ()))))


def shortest(ways: Ways, start: str, end: str) -> list[str]:
    """The shortest way from one node to another, both included; empty where there is none."""
    came: dict[str, str] = {start: start}
    waiting = deque([start])
    while waiting and end not in came:
        here = waiting.popleft()
        for there in ways.get(here, ()):
            if there not in came:
                came[there] = here
                waiting.append(there)
    if end not in came:
        return []
    way = [end]
    while way[-1] != start:
        way.append(came[way[-1]])
    return way[::-1]
